/** The form of every successful JSON answer. */
export interface Success<T> {
  status: "success";
  data: T;
}

export const ok = <T>(data: T): Success<T> => ({ status: "success", data });
