/**
 * What the field agrees on: the 27 title series with their levels and titles, committees, region
 * codes, identity documents and names with their check rules.
 *
 * <p>Holds no person and no certificate. Everything read here is data with a source and a date, so
 * that an administrator can change it without a build.
 */
@ApplicationModule(allowedDependencies = {"encoding"})
@NullMarked
package cn.zhixin.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
