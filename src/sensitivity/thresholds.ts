/**
 * From which p on a parameter is said to matter. Stricter than the usual 0.05 because a sweep asks for each of its parameters, and a project for each of its sweeps. Our own judgement.
 */
export const THRESHOLD = 0.01;

/** The same for what two parameters do together: there are more pairs than parameters, and each is a stranger claim. Our own judgement. */
export const PAIR_THRESHOLD = 0.001;

/** Fewer are too few for the effect of a parameter. Our own judgement. */
export const LEAST_UNITS = 8;

/** What must be left after all parameters, degrees of freedom: with less the noise is hardly known, and of those with most values nothing is said. Our own judgement. */
export const LEAST_FREEDOM = 4;

/** From so many distinct configurations on a forest is grown. */
export const LEAST_FOREST = 50;

/** The part of a full grid that must have been tried for it to count as one. Our own judgement. */
export const LEAST_COVERAGE = 0.75;

/** From this part on repeats count one by one: with less of a grid, what it leaves open would count as often as it was repeated. Our own judgement. */
export const LEAST_CROSSED = 0.6;

/** Up to so many combinations a run these were repeated. Where values are drawn one by one, so few would cover four fifths of a grid (1 − e^−λ of its cells, λ runs a cell). Our own judgement. */
export const MOST_OF_REPEATED = 0.5;

/** Otherwise combinations were repeated where so many runs had one again, and that more often than by chance. One or two come again by chance, and where values are many that is already unlikely. Our own judgement. */
export const LEAST_AGAIN = 3;

/** From so many standard deviations of agreement on parameters were not tried independently: more than 3, since of a dozen that are looked at one reaches 3 by chance too often. Our own judgement. */
export const LEAST_TIED = 3.5;

/** A parameter with less of it was tried independently of others that were repeated. What does nothing has more once in 50 times, and then parts their repeats. Our own judgement. */
export const MOST_FREE = 2.5;

/**
 * A parameter that the others tell to this degree cannot be told from them: a tolerance of 0.1, or a variance inflation of 10 (Marquardt 1970, a common rule of thumb).
 */
export const MOST_TOLD_BY_OTHERS = 0.9;
