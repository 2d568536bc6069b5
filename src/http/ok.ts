/** How every answer looks that is JSON, when all went well. */
export interface Success<T> {
  status: "success";
  data: T;
}

export const ok = <T>(data: T): Success<T> => ({ status: "success", data });
