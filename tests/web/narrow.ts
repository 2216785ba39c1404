// What a client makes of the types that openapi-typescript gives: this compiles, strictly.
import type { components } from './payments';

type Known = components['schemas']['KnownProblem'];
type Any = components['schemas']['AnyProblem'];

export function advise(problem: Known): string {
  switch (problem.type) {
    case 'https://api.example.com/errors/insufficient-funds': {
      const balance: number | undefined = problem.balance;
      const status: 403 = problem.status;
      return `${status}: ${balance}`;
    }
    case 'https://api.example.com/errors/account-suspended': {
      const reason: 'fraud-review' | 'owner-request' | 'unpaid-fees' | undefined = problem.reason;
      // @ts-expect-error: a member of another problem
      problem.balance;
      return reason ?? problem.title;
    }
    case 'https://api.example.com/errors/validation-failed':
      return (problem.errors ?? []).map((error) => `${error.pointer ?? error.parameter}: ${error.rule}`).join();
    // @ts-expect-error: no problem has this type
    case 'https://api.example.com/errors/access-denied':
      return '';
    default:
      return problem.title;
  }
}

export const unknown: Any = { type: 'https://api.example.com/errors/of-tomorrow', title: 'New', status: 418 };

declare const advised: components['schemas']['InsufficientFunds'];
export const right: components['schemas']['InsufficientFunds'] = { ...advised, status: 403 };
// @ts-expect-error: status is 403
export const wrong: components['schemas']['InsufficientFunds'] = { ...advised, status: 200 };
export const sent: components['responses']['Forbidden']['content']['application/problem+json'] = advised;
