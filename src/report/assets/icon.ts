/** The mark of the tool, three bars of a ledger, as an address that needs no request. */
export const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Cpath fill=%22%230b6a8a%22 d=%22M2 9h3v5H2zM6.5 5h3v9h-3zM11 2h3v12h-3z%22/%3E%3C/svg%3E';
