import { applyDecorators, Delete, Get, Head, HttpCode, Patch, Post, SetMetadata } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Endpoint } from '@seek-justice/contracts/endpoint.ts';
import { problem, type ProblemCode } from '@seek-justice/contracts/problem.ts';
import { STATUS_OF } from './problem-status.ts';

/** Metadata key under which a handler carries the id of its route. */
export const ROUTE_ID = 'route-id';

/** What any operation may answer, whatever it is about. */
const ANY: readonly ProblemCode[] = ['database_down', 'store_full', 'unexpected'];
/** What any operation may answer that changes something. */
const ANY_UNSAFE: readonly ProblemCode[] = ['bad_request', 'bad_origin', 'too_large'];
const SAFE: ReadonlySet<Endpoint['method']> = new Set(['GET', 'HEAD']);

const VERBS = { GET: Get, POST: Post, HEAD: Head, PATCH: Patch, DELETE: Delete } as const;

/** Makes a controller method answer one endpoint of the contracts: path, status, documentation and permission id. */
export function Route(endpoint: Endpoint): MethodDecorator {
  const verb = VERBS[endpoint.method];
  const { status, body } = endpoint.success;
  const failures = Map.groupBy(new Set<ProblemCode>([...endpoint.problems, ...(SAFE.has(endpoint.method) ? [] : ANY_UNSAFE), ...ANY]), (code) => STATUS_OF[code]);
  return applyDecorators(
    verb(endpoint.path),
    HttpCode(status),
    SetMetadata(ROUTE_ID, endpoint.id),
    ApiOperation({ operationId: endpoint.id, summary: endpoint.summary }),
    ...(body ? [ApiResponse({ status, standardSchema: body, description: 'Done.' })] : withoutBody(endpoint)),
    ...members(endpoint.params).map((name) => ApiParam({ name, type: String })),
    ...members(endpoint.query).map((name) => ApiQuery({ name, required: false, type: String })),
    ...[...failures].map(([failure, codes]) => ApiResponse({ status: failure, standardSchema: problem, description: codes.join(', ') })),
  );
}

/** Success without a JSON body is no content, or headers that say it all, or a file, of which its controller tells. */
function withoutBody({ method, success: { status } }: Endpoint): MethodDecorator[] {
  if (status === 204) return [ApiNoContentResponse({ description: 'Done.' })];
  return method === 'GET' ? [] : [ApiResponse({ status, description: 'Done.' })];
}

/** Marks a handler that is no JSON endpoint (a page, a file, a probe) with the id of its route. */
export function PageRoute(id: string): MethodDecorator {
  return SetMetadata(ROUTE_ID, id);
}

function members(schema: z.ZodType | undefined): string[] {
  return schema && 'shape' in schema ? Object.keys(schema.shape as object) : [];
}
