package cn.zhixin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.zhixin", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {
  @ArchTest
  static final ArchRule bouncyCastleStaysInSigning =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.zhixin.signing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..")
          .because("keys and signatures have one door: ask a type of cn.zhixin.signing");

  @ArchTest
  static final ArchRule pdfBoxAndZxingStayInDocument =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.zhixin.document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..", "com.google.zxing..")
          .because("documents and symbols have one door: ask a type of cn.zhixin.document");

  @ArchTest
  static final ArchRule jedisHasOneDoor =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Redis")
          .or()
          .resideOutsideOfPackages("cn.zhixin.verification.door..", "cn.zhixin.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis.clients..")
          .because("an answer must not depend on a cache: go through RedisAnswers or RedisDoor");

  @ArchTest
  static final ArchRule nettyStaysOnEventLoops =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "cn.zhixin.verification.front..", "cn.zhixin.verification.redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..")
          .because("event loops never wait: pages and rules run on the pages' server");

  @ArchTest
  static final ArchRule codecsAndRulesKnowNoSpring =
      noClasses()
          .that()
          .resideInAnyPackage(
              "cn.zhixin.encoding..",
              "cn.zhixin.document.qr..",
              "cn.zhixin.document.pdf..",
              "cn.zhixin.document.font..",
              "cn.zhixin.document.reading..",
              "cn.zhixin.issuance.roster..",
              "cn.zhixin.ledger.merkle..",
              "cn.zhixin.ledger.tile..",
              "cn.zhixin.ledger.note..",
              "cn.zhixin.ledger.following..",
              "cn.zhixin.ledger.witness..",
              "cn.zhixin.verification.offline..",
              "cn.zhixin.verification.files.worker..")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("arithmetic, codecs and the renderer run anywhere; wire them in …Configuration");

  @ArchTest
  static final ArchRule namesSayWhatATypeIs =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("DTO")
          .because("a type is named for what it is or guarantees; an adapter for its technology");

  @ArchTest
  static final ArchRule packagesAreRooms =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..dto..", "..entity..", "..impl..")
          .because("packages are by feature: put the type into the room it speaks of");

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .because("a rule that reads the time takes a java.time.Clock, so that tests can move it");
}
