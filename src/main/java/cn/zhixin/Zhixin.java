package cn.zhixin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Zhixin {
  public static void main(String[] arguments) {
    SpringApplication.run(Zhixin.class, arguments);
  }
}
