import type { AuditedCheck, AuditedFigure, AuditFacts, LogCheck, OtherReading } from '../../model/audit.ts';
import { tally } from './words.ts';

/** An audit as data: `audit.json`, schema `runledger/audit@1`. Values are in the base unit that `unit` says; an end that is open is null. */
export function auditJson(facts: AuditFacts): string {
  const { generator, claim, figures, checks, findings, remarks, logs, ownership } = facts;
  const data = {
    schema: 'runledger/audit@1',
    generator,
    claim,
    summary: {
      figures: figures.length,
      holds: tally(facts, 'holds'),
      holdsOtherwise: tally(facts, 'holds-otherwise'),
      fails: tally(facts, 'fails'),
      unchecked: tally(facts, 'unchecked'),
      warnings: remarks.filter(({ severity }) => severity === 'warning').length,
    },
    findings: findings.map(({ suspect, alternatives, checks: ids }) => ({
      suspect: suspect === undefined ? null : otherReading(suspect),
      alternatives: alternatives.map(otherReading),
      checks: ids,
    })),
    remarks,
    figures: figures.map(figure),
    checks: checks.map(check),
    ...(logs === undefined ? {} : { logs: { ...logs, checks: logs.checks.map(logCheck) } }),
    ...(ownership === undefined ? {} : { ownership }),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

const otherReading = ({ print: _, ...rest }: OtherReading) => rest;

const figure = ({ reading, resolution, ...rest }: AuditedFigure) => ({
  ...rest,
  value: reading.value,
  low: reading.low,
  high: reading.high,
  kind: reading.kind,
  resolution,
});

const check = ({ print: _, ...rest }: AuditedCheck) => rest;

const logCheck = ({ print: _, ...rest }: LogCheck) => rest;
