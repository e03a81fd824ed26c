package cn.zhixin.verification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test on the running {@link EmployerSite}, whose public address is the one it is asked at. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = EmployerSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address="
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface EmployerSiteTest {}
