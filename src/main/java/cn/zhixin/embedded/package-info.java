/**
 * PostgreSQL and Redis for a first run, the demo and the tests: real servers out of Maven
 * artifacts, shared by all processes that use one data folder.
 *
 * <p>Nothing here runs when {@code zhixin.database.url} names a server of your own. A server is
 * started and stopped by one process at a time, outlives a process that is killed, and is taken
 * over by the next; the data are kept. Not for production: no backups, no replicas, no tuning.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhixin.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
