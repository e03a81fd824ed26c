package cn.zhixin.verification.files.web;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.files.FileCheck;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.files.FilesProperties;
import cn.zhixin.verification.files.OwnSites;
import cn.zhixin.verification.files.worker.FileFault;
import cn.zhixin.verification.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Takes files out of requests, as many at a time as there are places for them: a file comes into
 * memory when it can be checked and not before.
 */
@PublicRole
@Component
class Uploads {
  private final FileCheck check;
  private final FilesProperties properties;
  private final Frames frames;
  private final Semaphore places;

  Uploads(FileCheck check, FilesProperties properties, Frames frames) {
    this.check = check;
    this.properties = properties;
    this.frames = frames;
    this.places = new Semaphore(properties.workers() + properties.queue());
  }

  FileResult check(InputStreamSource upload, HttpServletRequest request) throws IOException {
    if (!places.tryAcquire()) {
      return new FileResult.Unreadable(FileFault.BUSY);
    }
    try (InputStream in = upload.getInputStream()) {
      int maximum = Math.toIntExact(properties.maximumSize().toBytes());
      byte[] file = in.readNBytes(maximum + 1);
      return file.length > maximum
          ? new FileResult.Unreadable(FileFault.TOO_LARGE)
          : check.check(
              Bytes.wrap(file), OwnSites.of(frames.address(request), properties.formerHosts()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FileResult.Unreadable(FileFault.BUSY);
    } finally {
      places.release();
    }
  }

  /** In megabytes. */
  long maximumSize() {
    return properties.maximumSize().toMegabytes();
  }
}
