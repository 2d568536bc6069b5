/** A time as PostgreSQL writes it in UTC in the years from 1000 to 9999: `2026-01-31 12:00:00.123456+00`. */
const usual = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/;

/**
 * Parses such a time to the millisecond, and passes anything else to `other` (infinity, times before Christ). Lists
 * have six times per row: the driver's own parser creates an array and a dozen strings for each.
 */
export function timeReader<T>(other: (text: string) => T): (text: string) => Date | T {
  return (text) => {
    if (!usual.test(text)) return other(text);
    const digit = (place: number): number => text.charCodeAt(place) - 48;
    const two = (place: number): number => digit(place) * 10 + digit(place + 1);
    let milliseconds = 0;
    for (let place = 20; place < 23; place++)
      milliseconds = milliseconds * 10 + (place < text.length - 3 ? digit(place) : 0);
    const year = two(0) * 100 + two(2);
    return new Date(Date.UTC(year, two(5) - 1, two(8), two(11), two(14), two(17), milliseconds));
  };
}
