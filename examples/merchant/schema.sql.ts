/**
 * The merchant's tables. One SQL for PGlite and for PostgreSQL 15.
 *
 * Amounts count the currency's minor unit. Every time is the database's own `now()`, so that several servers share one
 * clock. `payments.id` is the wallet's trade number too: one id, one row, one wallet order (R4).
 */
export const schema = [
  `create table if not exists orders (
    handle text primary key,
    title text not null,
    value integer not null check (value > 0),
    currency char(3) not null,
    created_at timestamptz not null default now(),
    paid_by text,
    turn text,
    turn_until timestamptz
  )`,
  `create table if not exists payments (
    id char(32) primary key,
    order_handle text not null references orders (handle),
    value integer not null,
    currency char(3) not null,
    status text not null default 'pending' check (status in ('pending', 'paid', 'closed', 'failed', 'refunded')),
    wallet text,
    channel text,
    action jsonb,
    phase text,
    wallet_number text,
    close_asked boolean not null default false,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    looked_at timestamptz
  )`,
  // When the wallet was called, and that a reversal was begun: from then on a payment code can only end as closed.
  `alter table payments add column if not exists opened_at timestamptz`,
  `alter table payments add column if not exists reversing boolean not null default false`,
  // By the way of paying: WeChat knows the same payer by another id under each appid.
  `alter table payments add column if not exists payers jsonb not null default '{}'`,
  // The hint that was told last: another one is not held back.
  `alter table payments add column if not exists phase_told text`,
  `create index if not exists payments_of_order on payments (order_handle)`,
  `create index if not exists payments_open on payments (expires_at) where status = 'pending'`,
  `create table if not exists refunds (
    id text primary key,
    payment char(32) not null references payments (id),
    value integer not null check (value > 0),
    reason text not null,
    done boolean not null default false,
    created_at timestamptz not null default now()
  )`,
  `create table if not exists notifications (
    wallet text not null,
    id text not null,
    payment text not null,
    outcome text not null,
    received_at timestamptz not null default now(),
    primary key (wallet, id)
  )`,
]
