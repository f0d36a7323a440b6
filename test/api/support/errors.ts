import { ORPCError } from '@orpc/client';

/** The defined error a call ends with; an answer, or any other error, fails the test. */
export async function errorOf(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; data: unknown }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ORPCError) || !error.defined) throw error;
    const { code, message, data } = error;
    return { code, message, data };
  }
  throw new Error('the call was answered');
}
