package cn.zhixin.issuance;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A list of results to be issued together, complete in the database before the first is issued.
 *
 * @param template the document template's id
 * @param issuedOn printed as the date of issue
 * @param actor who ordered it: an account's or a program's name
 */
public record Batch(
    long id, String template, LocalDate issuedOn, String actor, Instant createdAt) {}
