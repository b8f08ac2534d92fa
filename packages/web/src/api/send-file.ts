/** A file to the service, as a form of one file. */
import { send } from './client.ts';
import { ApiProblem } from './problem.ts';

/** Sends it; gives the answer, or throws `ApiProblem` as every call does. */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  const form = new FormData();
  form.append('file', file);
  const response = await send(new Request(path, { method: 'POST', body: form }));
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiProblem(response.status, answer, response.headers.get('xincheng-request'));
  return answer as T;
}
