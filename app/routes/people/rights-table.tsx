import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { everyRight } from "~/domain/rights";
import { roles } from "~/domain/scope";

/** 役割ごとにできること: drawn from the table that decides. */
export function RightsTable() {
  const words = useWords();
  const { signIn } = words;
  const names: Readonly<Record<string, string>> = signIn.rights;
  const shown = everyRight.filter((each) => names[each.right] !== undefined);
  return (
    <section className="panel">
      <h2>{signIn.rightsTitle}</h2>
      <p className="panel-text quiet">{signIn.rightsHelp}</p>
      <ScrollBox label={signIn.rightsTitle}>
        <table className="list">
          <caption className="sr">{signIn.rightsTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{signIn.rightsWhat}</th>
              {roles.map((role) => (
                <th scope="col" key={role}>
                  {words.roleNames[role].word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.right}>
                <th scope="row">{names[each.right]}</th>
                {roles.map((role) => (
                  <td key={role}>{each.roles.includes(role) ? signIn.rightsYes : signIn.rightsNo}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
