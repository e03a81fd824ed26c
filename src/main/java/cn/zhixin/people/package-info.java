/**
 * Who works with the service under a name of their own: organisations, their API keys, and the
 * sessions of people who signed in with one.
 *
 * <p>Knows no certificate and asks nothing. No secret is stored, only SHA-256 of it; a revoked key
 * ends all sessions opened with it, at once and on all nodes.
 */
@ApplicationModule(allowedDependencies = {"encoding", "catalogue"})
@NullMarked
package cn.zhixin.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
