package cn.zhixin;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.people.Organisations;
import cn.zhixin.signing.KeyRing;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * What the office's commands are made of: its rooms, a database and its schema. Of the libraries
 * that {@link cn.zhixin.libraries} sets up for the service they use these five and no other, and to
 * find out that the rest is not wanted took longer than to issue a certificate.
 *
 * <p>Not marked as a configuration: {@link Zhixin} would find it among its own.
 */
@ComponentScan(
    basePackageClasses = {
      Catalogue.class,
      Certificates.class,
      DocumentTemplates.class,
      KeyRing.class,
      Ledger.class,
      Organisations.class,
      RosterIssuing.class
    })
@Import({SchemaConfiguration.class, TimeConfiguration.class})
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class
})
final class OfficeRooms {}
