/**
 * What operators and load balancers are told: whether this node can confirm answers, and figures.
 *
 * <p>Decides no answer. No figure or label holds a person, a code or an address.
 */
@NullMarked
package cn.zhixin.verification.operation;

import org.jspecify.annotations.NullMarked;
