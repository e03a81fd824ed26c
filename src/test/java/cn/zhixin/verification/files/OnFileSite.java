package cn.zhixin.verification.files;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs a class of tests against a {@link FileSite} on a port of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = FileSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      // they all come from one address within a minute
      "zhixin.limits.files=1000/1m",
      "zhixin.verification.public-address=https://zc.example.cn"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface OnFileSite {}
