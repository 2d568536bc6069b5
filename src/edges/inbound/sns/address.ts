/** ARNs of topics in the partitions whose addresses are known: AWS itself, China and GovCloud. */
const topicPattern = /^arn:aws(?<suffix>-cn|-us-gov)?:sns:(?<region>[a-z0-9-]+):\d{12}:[\w.-]+$/;

/** The host of Amazon SNS in the region of a topic (AWS General Reference, "Amazon SNS endpoints and quotas"). */
export function snsHost(topicArn: string): string | null {
  const { region, suffix } = topicPattern.exec(topicArn)?.groups ?? {};
  return region === undefined ? null : `sns.${region}.amazonaws.com${suffix === "-cn" ? ".cn" : ""}`;
}

/**
 * An address of Amazon SNS in the topic's region, from which alone certificates are fetched and where alone
 * subscriptions are confirmed; null for any other.
 */
export function snsAddress(text: string | undefined, topicArn: string): URL | null {
  const url = URL.parse(text ?? "");
  const isPlain = url?.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  return isPlain && url.hostname === snsHost(topicArn) ? url : null;
}
