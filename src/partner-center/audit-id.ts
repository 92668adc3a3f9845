/** What an audit record’s id is made of. */
interface AuditId {
  readonly partner: string;
  readonly customer: string;
  /** What it happened to, where that has an id. */
  readonly resource: string | null;
  readonly operation: string;
}

/** Four or five parts joined by `_`, which is in none of them; null for anything else. */
export const readAuditId = (id: string): AuditId | null => {
  const parts = id.split('_');
  const [partner = '', customer = '', ...rest] = parts;
  const [operation = '', resource = null] = rest.slice(0, -1).toReversed();
  const isOne = (parts.length === 4 || parts.length === 5) && parts.every((part) => part !== '');
  return isOne ? { partner, customer, resource, operation } : null;
};
