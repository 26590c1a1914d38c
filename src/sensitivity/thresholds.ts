/**
 * From which p on a parameter is said to matter. Stricter than the usual 0.05 because a sweep asks for each of its parameters, and a project for each of its sweeps. Our own judgement.
 */
export const THRESHOLD = 0.01;

/** The same for what two parameters do together: there are more pairs than parameters, and each is a stranger claim. Our own judgement. */
export const PAIR_THRESHOLD = 0.001;

/** Fewer are too few for the effect of a parameter. Our own judgement. */
export const LEAST_UNITS = 8;

/** What must be left after all parameters, degrees of freedom: with less the noise is hardly known. Our own judgement. */
export const LEAST_FREEDOM = 4;

/** From so many distinct configurations on a forest is grown. */
export const LEAST_FOREST = 50;

/** The part of a full grid that must have been tried for it to count as one. Our own judgement. */
export const LEAST_COVERAGE = 0.75;

/** From this part on repeats count one by one: with less of a grid, what it leaves open would count as often as it was repeated. Our own judgement. */
export const LEAST_CROSSED = 0.6;

/**
 * A parameter that the others tell to this degree cannot be told from them: a tolerance of 0.1, or a variance inflation of 10 (Marquardt 1970, a common rule of thumb).
 */
export const MOST_TOLD_BY_OTHERS = 0.9;
