import { auditClaim } from '../../src/audit/audit-claim.ts';
import type { AuditFacts } from '../../src/model/audit.ts';
import type { PaperClaim } from '../../src/model/paper-claim.ts';
import { bloomClaim } from '../../src/tables/claims/bloom.ts';
import { strubellClaim } from '../../src/tables/claims/strubell-2019.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { factsOf } from './ledger-of.ts';

const EVIL = '</script><img src=x onerror=alert(1)>\u202e"\'&';

/** A claim of which every text is hostile. */
const hostileClaim: PaperClaim = {
  name: EVIL,
  title: EVIL,
  citation: { source: EVIL, url: 'javascript:alert(1)', date: EVIL },
  constants: { pue: { says: EVIL, reads: '1.58', at: EVIL } },
  entries: {
    run: {
      title: EVIL,
      scope: 'project',
      hardware: [
        { says: `P100 ${EVIL}`, at: EVIL },
        { says: `V100 ${EVIL}`, at: EVIL },
      ],
      measuredOn: EVIL,
      jobs: { says: EVIL, reads: '9', at: EVIL },
      hours: { says: EVIL, reads: '9 h', at: EVIL },
      power: { says: EVIL, reads: '9 kW', at: EVIL },
      energy: { says: EVIL, reads: 'about 5000 kWh', at: EVIL },
      span: { says: EVIL, reads: '3 days', at: EVIL },
    },
  },
  figures: { one: { says: EVIL, reads: '7 kg', title: EVIL, at: EVIL } },
  relations: [{ formula: 'one = run.energy * 2', why: EVIL }],
  wordings: [{ quantity: 'energy', says: `power ${EVIL}`, at: EVIL }],
  covers: [],
  notes: [{ text: EVIL, citation: { source: EVIL, url: 'javascript:alert(1)', date: EVIL } }],
};

/** Audits of all kinds: with logs and without, nothing wrong, much wrong, hostile texts, a claim of almost nothing. */
export const AUDITS: Readonly<Record<string, () => AuditFacts>> = {
  strubell: () => auditClaim(strubellClaim, '0.1.0', factsOf([{}], { method: findMethod('strubell-2019') })),
  bloom: () => auditClaim(bloomClaim, '0.1.0'),
  hostile: () => auditClaim(hostileClaim, '0.1.0', factsOf([{ name: EVIL }])),
  small: () =>
    auditClaim(
      { name: 'x', title: 'x', citation: { source: 'x', date: '2026' }, entries: { a: { jobs: '3' } } },
      '0.1.0',
    ),
};
