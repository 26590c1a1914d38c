import type { JobState } from '../../../model/job-state.ts';

const STATES: readonly (readonly [pattern: RegExp, state: JobState])[] = [
  [
    /^(?:completed?|finished|success(?:ful)?|succeeded|done|ok|passed|true|yes|fertig|beendet|abgeschlossen|erledigt|erfolgreich|erfolg|ja|terminée?|termine|réussie?)$/,
    'completed',
  ],
  [
    /^(?:fail(?:ed|ure)?|error|crashed|false|no|broken|fehler|fehlgeschlagen|gescheitert|abgestürzt|nein|echec|échec|échouée?)$/,
    'failed',
  ],
  [
    /^(?:cancell?ed|killed|abort(?:ed)?|stopped|interrupted|abgebrochen|abbruch|gestoppt|storniert|annulée?|annule|pruned)$/,
    'cancelled',
  ],
  [/^(?:time[\s_-]?out|timed[\s_-]?out|zeitüberschreitung)$/, 'timeout'],
  [/^(?:oom|out[\s_-]of[\s_-]memory)$/, 'out-of-memory'],
  [/^preempted$/, 'preempted'],
  [/^(?:node[\s_-]?fail\w*)$/, 'node-fail'],
  [/^(?:running|active|laufend|läuft|aktiv)$/, 'running'],
  [/^(?:pending|queued|waiting|wartend|wartet|ausstehend|geplant)$/, 'pending'],
];

/** The outcome in a word of a table; `unknown` for any other. */
export function stateOfWord(text: string): JobState {
  const word = text.toLowerCase();
  return STATES.find(([pattern]) => pattern.test(word))?.[1] ?? 'unknown';
}

/** The outcome by an exit code; `unknown` for what is none. */
export function stateOfCode(text: string): JobState {
  const code = Number(text.split(':')[0]);
  if (text === '' || !Number.isInteger(code)) return 'unknown';
  return code === 0 ? 'completed' : 'failed';
}
