/** Sending a file with its progress. The browser tells the progress of a request only in this older way. */
import { ApiProblem, Unreachable } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { sessionHeaders } from '../../session/index.ts';

type Receipt = components['schemas']['Receipt'];

interface Sending {
  readonly file: File;
  readonly dataset: string;
  readonly unit: string;
  readonly progress: (sentBytes: number) => void;
}

/** Sends a file; the answer comes as soon as it is registered, while it is still being checked. */
export function upload({ file, dataset, unit, progress }: Sending): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/batches/file?${new URLSearchParams({ dataset, unit }).toString()}`);
    request.responseType = 'json';
    request.setRequestHeader('prefer', 'respond-async');
    for (const [name, value] of Object.entries(sessionHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => progress(Math.min(loaded, file.size));
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status < 300) resolve(body as Receipt);
      else reject(new ApiProblem(request.status, body, request.getResponseHeader('xincheng-request')));
    };
    request.onerror = () => reject(new Unreachable());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** Bytes as a person reads them. */
export function sayBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power] ?? ''}`;
}
