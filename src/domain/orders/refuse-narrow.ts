import type { Tx } from "../../kit/db.ts";
import { invalid, Refusal } from "../../kit/errors.ts";
import { enoughToTell, isNarrow, longestPrefix } from "../numbers/narrowing.ts";
import { countNumbersLeft } from "../numbers/queries.ts";
import { inventory } from "../suppliers/supplier.ts";
import type { RentRequest } from "./order.ts";
import type { Quote } from "./quote.ts";

type Answer = Quote | Refusal;

/**
 * Removes the offers in which a request's area code and prefixes leave so few numbers that it could target one
 * (numbers/narrowing.ts), and refuses if no offer is left. Only for our own numbers: what suppliers have is unknown.
 * Queries the database only if the request has such filters.
 */
export async function refuseNarrow(tx: Tx, requests: RentRequest[], answers: Answer[]): Promise<Answer[]> {
  const wishes = answers.flatMap((answer, place) => {
    const { areaCode, excludePrefixes } = requests[place] as RentRequest;
    if (answer instanceof Refusal || (areaCode === null && excludePrefixes.length === 0)) return [];
    const own = answer.offers.filter(({ supplier }) => supplier === inventory);
    return own.map(({ poolId }) => ({ place, poolId, country: answer.country, areaCode, excludePrefixes }));
  });
  const counts = wishes.length > 0 ? await countNumbersLeft(tx, wishes, enoughToTell) : [];
  const narrow = new Set(
    wishes.flatMap(({ place, poolId }, index) =>
      isNarrow(counts[index] as (typeof counts)[0]) ? [`${place} ${poolId}`] : [],
    ),
  );
  return answers.map((answer, place) => {
    if (answer instanceof Refusal) return answer;
    const request = requests[place] as RentRequest;
    const offers = answer.offers.filter(({ poolId }) => !narrow.has(`${place} ${poolId}`));
    return tooLong(request, answer) ?? (offers.length > 0 ? { ...answer, offers } : tooNarrow(request));
  });
}

function tooLong({ excludePrefixes }: RentRequest, { country, dialCode }: Quote): Refusal | null {
  const most = longestPrefix(country, dialCode);
  const long = excludePrefixes.find((prefix) => prefix.length > most);
  if (long === undefined) return null;
  return invalid(
    "exclude_prefixes",
    `"${long}" comes too close to a single number: in ${country} an excluded prefix can have at most ${most} digits.`,
  );
}

const tooNarrow = ({ areaCode, excludePrefixes }: RentRequest): Refusal =>
  excludePrefixes.length > 0
    ? invalid(
        "exclude_prefixes",
        "These prefixes leave too few numbers: exclude fewer, so that ten numbers or a tenth of the pool remain.",
      )
    : invalid(
        "area_code",
        `Too few numbers have area code ${areaCode} to choose it: it takes ten, or a tenth of the pool. Try another, or none.`,
      );
