const two = (number: number): string => String(number).padStart(2, '0');

/** The id of a customer, by its number. */
export const tenantIdOf = (customer: number): string => {
  const number = two(customer);
  return `c05700${number}-00${number}-4c${number}-8c${number}-${`c${customer}`.padStart(12, '0')}`;
};

const beginnings = { bought: '5b5c', azure: '5ab5', reservation: '5e5e', relationship: '6da9', person: '0b1e', assignment: 'a551' };

/** The id of something of a customer’s: whoever reads a log sees whose it is, and which one. */
export const idOf = (thing: keyof typeof beginnings, customer: number, place: number): string =>
  `${beginnings[thing]}${two(customer)}${two(place)}-00${two(place)}-4d${two(place)}-8d${two(place)}-${two(customer).padStart(12, '0')}`;
