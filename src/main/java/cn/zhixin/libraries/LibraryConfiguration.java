package cn.zhixin.libraries;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.metrics.TomcatMetricsAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * All that Spring Boot finds on the class path, with two exceptions. What wraps beans in proxies:
 * no class of ours has an aspect or {@code @Transactional}, and each bean would be looked at for
 * them; {@code TransactionOperations} say where a transaction begins and ends. And Tomcat's meters,
 * which count its sessions through JMX: we have none of those, and JMX would be set up for them.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      AopAutoConfiguration.class,
      PersistenceExceptionTranslationAutoConfiguration.class,
      TomcatMetricsAutoConfiguration.class,
      TransactionAutoConfiguration.class
    })
class LibraryConfiguration {}
