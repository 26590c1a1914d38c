import { type Filter, filterArguments, filterName, SACCT_ENVIRONMENT, WISHES } from './sacct-query.ts';
import { timeText, type Window, windowName } from './windows.ts';

const quoted = (text: string): string => (/^[\w,./=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

interface Place {
  readonly filter: Filter;
  readonly directory: string;
  /** Epoch seconds. */
  readonly now: number;
}

/** What to run by hand where there is `sacct` but no runledger: asks for the same, in files of the same names. For any POSIX shell. */
export function shellScript(windows: readonly Window[], { filter, directory, now }: Place): string {
  const rows = windows.map(
    (window) => `${windowName(window)} ${timeText(window.start)} ${timeText(Math.min(window.end, now))}`,
  );
  const environment = Object.entries(SACCT_ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  return `directory=${quoted(directory)}
mkdir -p "$directory"
known=" $(sacct --helpformat | tr -s '[:space:]' ' ')"
fields=
for field in ${WISHES.join(' ')}; do
  case "$known" in *" $field "*) fields="$fields\${fields:+,}$field" ;; esac
done
while read -r name start end; do
  ${environment.join(' ')} sacct --duplicates --parsable2 --delimiter="$(printf '\\037')" ${filterArguments(filter).map(quoted).join(' ')} \\
    --starttime="$start" --endtime="$end" --format="$fields" </dev/null | gzip > "$directory/sacct-$name"${quoted(`${filterName(filter)}.txt.gz`)}
done <<'WINDOWS'
${rows.join('\n')}
WINDOWS
`;
}
