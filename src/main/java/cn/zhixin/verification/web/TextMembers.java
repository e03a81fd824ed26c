package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/**
 * The members of a body that are texts if they are there. A number in a member's place must not
 * count as a member that is not there.
 *
 * @param sentence key of what is said of one that is no text; {0} is its name
 */
public record TextMembers(String sentence, List<Member> members) {
  public TextMembers {
    members = List.copyOf(members);
  }

  /**
   * @param fault what a bad value of it is called
   */
  public record Member(String name, ProblemKind fault) {}

  /** Of the first member that is no text. */
  public Optional<ResponseEntity<byte[]>> refusal(JsonBody.Read fields, Language language) {
    return members.stream()
        .filter(member -> fields.isOtherThanText(member.name()))
        .findFirst()
        .map(
            member ->
                Problems.of(
                    member.fault(),
                    language,
                    Map.of("detail", Sentences.in(language).text(sentence, member.name()))));
  }
}
