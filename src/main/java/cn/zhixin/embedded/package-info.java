/**
 * PostgreSQL and Redis for a first run, the demo and the tests: real servers out of Maven
 * artifacts, shared by all processes that use one data folder.
 *
 * <p>Nothing here runs when {@code zhixin.database.url} names a server of your own.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhixin.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
