package cn.zhixin;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: {@code java -jar zhixin.jar COMMAND …}; {@code serve} runs the service. */
@SpringBootApplication
public class Zhixin {
  public static void main(String[] arguments) {
    System.exit(new Commands().run(arguments));
  }
}
