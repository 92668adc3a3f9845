/** Plain SQL that every database understands which speaks like PostgreSQL. Texts are JSON exactly as it was kept. */
export const firstTables = `
create table if not exists handshake_cases (
  id text primary key,
  sort_key bytea not null,
  came bigint generated always as identity,
  version bigint not null,
  head text not null,
  is_over boolean not null,
  due_at timestamptz,
  about text,
  tenant text,
  body text not null
);
create unique index if not exists handshake_cases_sorted on handshake_cases (sort_key);
create index if not exists handshake_cases_open on handshake_cases (sort_key) where not is_over;
create index if not exists handshake_cases_due on handshake_cases (due_at) where due_at is not null;
create index if not exists handshake_cases_about on handshake_cases (about) where about is not null;
create index if not exists handshake_cases_tenant on handshake_cases (tenant) where tenant is not null;

create table if not exists handshake_events (
  case_id text not null,
  seq bigint not null,
  at timestamptz not null,
  text text not null,
  hash text not null,
  personal text not null,
  primary key (case_id, seq)
);
create index if not exists handshake_events_at on handshake_events (at);

create table if not exists handshake_effects (
  id text primary key,
  sort_key bytea not null,
  case_id text not null,
  lane text not null,
  ordinal bigint not null,
  turn smallint not null,
  effect text not null,
  state text not null,
  since timestamptz not null,
  due_at timestamptz not null,
  claim bigint not null,
  failures bigint not null,
  is_uncertain boolean not null,
  trouble text
);
create index if not exists handshake_effects_lanes on handshake_effects (case_id, lane, turn, ordinal, sort_key);
create index if not exists handshake_effects_due on handshake_effects (due_at) where state <> 'given-up';
create index if not exists handshake_effects_dead on handshake_effects (since) where state = 'given-up';

create table if not exists handshake_answers (
  key text primary key,
  at timestamptz not null,
  body text not null
);
create index if not exists handshake_answers_at on handshake_answers (at);

create table if not exists handshake_sent_cards (
  case_id text not null,
  place text not null,
  activity_id text not null,
  at timestamptz not null,
  primary key (case_id, place)
);

create table if not exists handshake_heads (
  day text primary key,
  cases bigint not null,
  events bigint not null,
  hash text not null
);

create table if not exists handshake_notes (
  key text primary key,
  sort_key bytea not null,
  version bigint not null,
  value text not null
);
create unique index if not exists handshake_notes_sorted on handshake_notes (sort_key);
`;
