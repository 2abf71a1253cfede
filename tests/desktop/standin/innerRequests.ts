/** Answers the requests that routes do not see, those of workers inside workers, from the same main process. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedOf {
  readonly url: string;
  readonly method: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/** @param answer null where the program refuses. Returns the port it listens at, on this machine alone. */
export async function answerInnerRequests(
  answer: (asked: AskedOf) => Promise<Answered | null>,
): Promise<{ readonly port: number; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    answer({ url, method: request.method ?? 'GET' }).then(
      (answered) => {
        if (!answered) return response.destroy();
        response.writeHead(answered.status, answered.headers);
        return response.end(answered.body);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
