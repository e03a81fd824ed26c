/**
 * What Spring Boot sets up of the libraries: web server, pool of connections, pages, metrics.
 *
 * <p>Nothing of ours may come in here: Spring Boot takes this package for the program's own, and
 * one of its parts reads every class below it at each start.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhixin.libraries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
