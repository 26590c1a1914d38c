import type { Basis } from '../../model/basis.ts';

/** Numbers the sources of a group in the order in which its rows name them. */
export class Sources {
  readonly #numbers = new Map<string, number>();

  /** `[1, 3]` for what a figure rests on. */
  refer(basis: readonly Basis[]): string {
    const numbers = basis.map((each) => this.#numberOf(textOf(each)));
    return `[${[...new Set(numbers)].sort((a, b) => a - b).join(', ')}]`;
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, known);
    return known;
  }

  /** Number and text of each. */
  list(): (readonly [number: number, text: string])[] {
    return [...this.#numbers].map(([text, number]) => [number, text] as const);
  }
}

function textOf(basis: Basis): string {
  if (basis.kind !== 'table') return `our own judgement: ${basis.note}`;
  const { source, url, date } = basis.citation;
  return `${source}. ${date}.${url === undefined ? '' : ` ${url}`}`;
}
