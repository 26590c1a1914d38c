/** Another text for a text. */
export type Pseudonym = (text: string) => string;

/** Gives each distinct text a name of its own by order of appearance: `user-1`, `user-2`. Empty texts stay empty. */
export function pseudonyms(prefix: string): Pseudonym {
  const known = new Map<string, string>();
  return (text) => {
    if (text === '') return '';
    const name = known.get(text) ?? `${prefix}-${known.size + 1}`;
    known.set(text, name);
    return name;
  };
}
