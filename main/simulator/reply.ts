/** What goes back over the wire: a JSON body, or none. */
export type Reply = { status: number; body: unknown; headers: Record<string, string> };

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return { status, body, headers };
}

const codes: Record<number, string> = {
  400: 'BAD REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD TOO LARGE',
  429: 'TOO MANY REQUESTS',
  500: 'INTERNAL SERVER ERROR',
  503: 'SERVICE UNAVAILABLE',
};

/** An error in Dintero's form; `errors` are the single mistakes where there are several. */
export function problem(status: number, message: string, errors: unknown[] = []): Reply {
  const code = codes[status] ?? String(status);
  return answer(status, { error: { code, message, ...(errors.length > 0 && { errors }) } });
}
