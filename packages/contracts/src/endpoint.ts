import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/** One HTTP operation: what it is called, what it takes, what it answers and how it may fail. */
export interface Endpoint {
  /** Stable name; the permission table and the metrics use it. */
  id: string;
  /** All but GET and POST are of the upload protocol. */
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  /** With `:name` for parameters. */
  path: string;
  summary: string;
  body?: z.ZodType;
  query?: z.ZodType;
  params?: z.ZodType;
  /** Status of success, and its body; null for none. */
  success: { status: 200 | 201 | 204; body: z.ZodType | null };
  problems: readonly ProblemCode[];
}

/** Keeps the literal types of an endpoint while checking its form. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}
