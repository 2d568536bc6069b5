/** The commonest passwords of ten characters and more (leaked lists agree on them), and what people make of ours. */
const common = `1234567890 0123456789 12345678910 123456789a 1234567891 123123123 1111111111 0000000000 0987654321 9876543210
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertyuiop123 asdfghjkl1 zaq12wsxcde3
password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123 iloveyou12 iloveyou123 letmein123
welcome123 welcome1234 administrator admin12345 admin123456 changeme123 football123 baseball123 superman123 sunshine123
princess123 dragon12345 monkey12345 michael123 jennifer123 trustno1234 whatever123 abcdefghij abcd123456 abc1234567
a123456789 aa12345678 q1w2e3r4t5 q1w2e3r4t5y6 1password1 mypassword mypassword1 mypassword123 secret1234 secretpassword
qazwsxedcrfv zxcvbnm123 asdf123456 google1234 facebook123 whatsapp123 telegram123 nigeria123 zapotp1234 zapotp12345`;

export const commonPasswords: ReadonlySet<string> = new Set(common.split(/\s+/));
