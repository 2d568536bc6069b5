/** A client signed in at the dashboard, without a browser. */
export interface Client {
  /** `path` under /dashboard/api, or from the server's root with a slash; returns `data` and throws on a refusal. */
  call<T>(method: string, path: string, body?: unknown, mode?: "live" | "test"): Promise<T>;
}

export function openClient(url: string): Client {
  const cookies = new Map<string, string>();
  return {
    async call<T>(method: string, path: string, body?: unknown, mode = "live"): Promise<T> {
      const response = await fetch(url + (path.startsWith("/") ? path : `/dashboard/api/${path}`), {
        method,
        headers: {
          "x-requested-with": "zapotp",
          "x-zap-mode": mode,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const answer = (await response.json()) as { status: string; data: T; message?: string };
      if (answer.status !== "success") throw new Error(`${method} ${path}: ${answer.message}`);
      return answer.data;
    },
  };
}
