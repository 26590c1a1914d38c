/** What `runledger tables` can be asked for, in the order in which it prints all. */
export const TABLE_NAMES = ['prices', 'power', 'grid', 'hardware', 'carbon', 'methods'] as const;
