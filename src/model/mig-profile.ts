/** The profile of a MIG slice in the name of a type: `1g.5gb`, `a100_3g.20gb`, `mig-2g-10gb`, `1c.3g.20gb` (one compute slice of three). In small letters. */
export const MIG_PROFILE = /(?<![a-z\d])(?:mig[._-]?)?(?:(\d)c[._-]?)?(\d)g[._-]?(\d+)gb(?![a-z\d])/;
