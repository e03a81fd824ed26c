package cn.zhixin.verification.web;

import java.util.List;

/**
 * The public API as a page shows it.
 *
 * @param about what holds for all calls; English
 * @param calls in the order of the document
 */
record ApiView(String about, List<Call> calls) {
  /**
   * One call.
   *
   * @param id its {@code operationId}
   * @param method in capitals
   * @param description English; empty for none
   * @param bodies media types that it takes; empty for none
   * @param command the call by curl, without its address
   * @param example its address, without scheme and host
   */
  record Call(
      String id,
      String method,
      String path,
      String description,
      boolean needsKey,
      List<Parameter> parameters,
      List<String> bodies,
      List<Outcome> outcomes,
      String command,
      String example) {}

  /**
   * What a caller may say beside the body.
   *
   * @param place {@code path}, {@code query} or {@code header}
   * @param description English; empty for none
   */
  record Parameter(String name, String place, boolean required, String description) {}

  /**
   * What may come of it.
   *
   * @param status of HTTP
   */
  record Outcome(String status, String description) {}
}
