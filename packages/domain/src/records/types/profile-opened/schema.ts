import { z } from 'zod';

const coordinate = z.string().regex(/^[\w-]{43}$/);

/** Body of `profile.opened`, version 1. */
export const profileOpenedV1 = z.looseObject({ key: z.looseObject({ x: coordinate, y: coordinate }) });
