package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.zhixin.issuance.BatchArchive;
import cn.zhixin.issuance.Corrections;
import cn.zhixin.issuance.IssuedDocuments;
import cn.zhixin.issuance.OrderedBatches;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.issuance.StateChanges;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisations;
import cn.zhixin.signing.DocumentSigning;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The beans that commands are made of: enough of them, and none that only a service needs. */
class OfficeRoomsTests {
  @TempDir private Path home;

  @Test
  void holdWhatCommandsAskForAndNothingOfTheService() {
    try (TestDatabase database = TestDatabase.create();
        ConfigurableApplicationContext office = open(database)) {
      for (Class<?> asked :
          new Class<?>[] {
            ApiKeys.class,
            BatchArchive.class,
            Corrections.class,
            DocumentSigning.class,
            IssuedDocuments.class,
            OrderedBatches.class,
            Organisations.class,
            RosterIssuing.class,
            SchemaMigration.class,
            StateChanges.class,
            FlywayMigrationInitializer.class
          }) {
        assertThatCode(() -> office.getBean(asked)).as(asked.getName()).doesNotThrowAnyException();
      }
      assertThat(office.getBeanDefinitionNames())
          .noneMatch(name -> String.valueOf(office.getType(name)).contains("zhixin.verification"));
    }
  }

  private ConfigurableApplicationContext open(TestDatabase database) {
    return new SpringApplicationBuilder(OfficeRooms.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=application,command-line")
        .run(
            "--zhixin.roles=office",
            "--zhixin.home=" + home,
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password());
  }
}
