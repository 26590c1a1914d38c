/** The units that amounts in this project carry. A unit is part of the type, so hours and seconds cannot be mixed by accident. */
export type Unit = 's' | 'h' | 'GPU h' | 'CPU h' | 'GB h' | 'W' | 'kWh' | 'kg' | 'USD' | '1';

/** A number with its unit in the type; at run time a plain number. */
export type Quantity<U extends Unit> = number & { readonly unit: U };

/** Gives a number its unit. The one cast of its kind in the code base. */
export const quantity = <U extends Unit>(amount: number): Quantity<U> => amount as Quantity<U>;

/** Seconds to hours. */
export const secondsToHours = (seconds: number): number => seconds / 3600;
