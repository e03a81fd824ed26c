package cn.zhixin.verification.files;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.DocumentDigests;
import cn.zhixin.document.reading.CopyBounds;
import cn.zhixin.ledger.PublishedLedger;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.files.worker.FileWorkers;
import cn.zhixin.verification.files.worker.WorkerBounds;
import cn.zhixin.verification.files.worker.WorkerOrders;
import cn.zhixin.verification.receipts.ReceiptCheck;
import java.time.InstantSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the check of files. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
class FilesConfiguration {
  @Bean
  FileWorkers fileWorkers(
      KeyRing keys, ReceiptCheck receipts, PublishedLedger ledger, FilesProperties properties) {
    WorkerOrders orders =
        WorkerOrders.of(
            keys.verificationKeys().all().stream().map(VerificationKey::certificate).toList(),
            receipts.trusted(),
            ledger.keys().stream().map(VerifierKey::vkey).toList(),
            new CopyBounds(properties.pages(), properties.pixels()),
            Math.toIntExact(properties.maximumSize().toBytes()));
    return new FileWorkers(
        orders,
        new WorkerBounds(
            properties.workers(),
            properties.queue(),
            properties.time(),
            Math.toIntExact(properties.memory().toMegabytes()),
            properties.filesEach()));
  }

  /** Once the node answers: their start takes a core that its own start wants. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> fileWorkersStart(FileWorkers workers) {
    return ready -> workers.start();
  }

  @Bean
  FileCheck fileCheck(
      DocumentDigests released,
      Certificates certificates,
      Answers answers,
      FileWorkers workers,
      Catalogue catalogue,
      InstantSource clock) {
    return new FileCheck(
        released, certificates, answers, workers, new FieldComparison(catalogue), clock);
  }
}
