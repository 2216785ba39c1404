// A client of the payments service, typed by its API description alone: api.ts is what openapi-typescript makes of
// payments-api.yaml. It compiles strictly, and clients.mjs runs it.
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

type Known = components['schemas']['KnownProblem'];
type Any = components['schemas']['AnyProblem'];
type Order = components['schemas']['Order'];

export const connect = (baseUrl: string, key: string, fetch?: (request: Request) => Promise<Response>) =>
  createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` }, fetch });
export type Client = ReturnType<typeof connect>;

// Compiles only where these are all of them.
const reasons: Record<NonNullable<components['schemas']['AccountSuspended']['reason']>, string> = {
  'fraud-review': 'A payment is being looked at',
  'owner-request': 'The owner asked for it',
  'unpaid-fees': 'Fees are overdue',
};

// Errors are open: a problem may be newer than the client. TypeScript has no type for all other texts, so `type` narrows
// only what is taken as known, and a switch over it needs its default.
function advise(error: Any, response: Response): string | number {
  const problem = error as Known;
  switch (problem.type) {
    case 'https://api.example.com/errors/insufficient-funds': {
      const balance: number | undefined = problem.balance;
      return (problem.cost ?? 0) - (balance ?? 0);
    }
    case 'https://api.example.com/errors/account-suspended':
      // @ts-expect-error: a member of another problem
      problem.balance;
      return problem.reason ? `${reasons[problem.reason]}, since ${problem.since}` : problem.title;
    case 'https://api.example.com/errors/validation-failed':
      return (problem.errors ?? []).map((error) => {
        const rule: 'required' | 'minimum' | 'maximum' | 'format' | undefined = error.rule;
        return `${error.pointer ?? error.parameter ?? error.header} ${rule}`;
      }).join(', ');
    case 'https://api.example.com/errors/rate-limited':
      return (problem.sent ?? 0) > (problem.limit ?? 0) ? Number(response.headers.get('Retry-After')) : 0;
    case 'https://api.example.com/errors/currency-mismatch':
      return problem.currency ?? problem.title;
    default:
      return `${response.status}: ${problem.title}`;
  }
}

export async function pay(client: Client, id: string, order: Order) {
  const { data, error, response } = await client.POST('/payments', {
    params: { header: { 'Idempotency-Key': id } }, body: order,
  });
  if (data) return data.amount;
  // @ts-expect-error: not every problem has it
  error.balance;
  return advise(error, response);
}

export async function list(client: Client, id: string, limit: number) {
  const { data, error, response } = await client.GET('/accounts/{id}/payments', { params: { path: { id }, query: { limit } } });
  return data ? data.payments.length : advise(error, response);
}

export async function balance(client: Client, id: string) {
  const { data, error, response } = await client.GET('/accounts/{id}', { params: { path: { id } } });
  return data ? data.balance : advise(error, response);
}
