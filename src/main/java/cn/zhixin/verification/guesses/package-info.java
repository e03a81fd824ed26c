/**
 * How often may somebody be wrong about a holder's identity number? The one count of all doors that
 * compare one: the holder's sign-in, "is it this person's?" and lists of employers.
 *
 * <p>Compares nothing itself and knows no number. A guesser is counted by what he brings beside the
 * number, so that who can fail in one way uses up no other. Counts are in PostgreSQL, exact for all
 * nodes, and outlast restarts.
 */
@NullMarked
package cn.zhixin.verification.guesses;

import org.jspecify.annotations.NullMarked;
