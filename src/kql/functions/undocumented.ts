/** Functions and plugins whose answer follows from something that Microsoft does not document: why they are refused, and what to use instead. */
export const undocumented: Readonly<Record<string, string>> = {
  hash_combine: 'how Kusto combines hashes is not documented. hash_sha256(strcat(…)) tells the same values apart and runs here',
  hash_many: 'how Kusto combines hashes is not documented. hash_sha256(strcat(…)) tells the same values apart and runs here',
  reduce: 'how Kusto finds its patterns is not documented. replace_regex() and summarize group texts by a shape that you name',
  autocluster: 'how Kusto chooses its clusters is not documented. summarize count() by the columns in question runs here',
  diffpatterns: 'how Kusto chooses its patterns is not documented. summarize countif(…) by the columns in question runs here',
  diffpatterns_text: 'how Kusto chooses its patterns is not documented',
  basket: 'how Kusto numbers and cuts its patterns is not documented. summarize count() by the columns in question runs here',
  activity_counts_metrics: 'which windows without activity it lists is not documented. summarize count(), dcount(Id) by bin(Time, 1d) runs here',
  activity_metrics: 'which windows without activity it lists is not documented. summarize dcount(Id) by bin(Time, 1d) runs here',
  new_activity_metrics: 'which cohorts without new values it lists is not documented. summarize First = min(Time) by Id runs here',
  activity_engagement: 'which windows without activity it lists is not documented. sliding_window_counts() counts distinct values over windows and runs here',
  session_count: 'how its look-back window meets its bins is not documented. row_window_session() finds sessions and runs here',
  geo_info_from_ip_address: 'the engine has no table of the places of IP addresses. The logs often hold one: LocationDetails, or Location',
};
