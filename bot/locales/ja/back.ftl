# シールの裏に刷ることば。鍵は ../en/back.ftl と同じ。

back-stars = レア度
back-number = No. { $number }
back-rumour = うわさ
back-small-print-1 = はがされた台紙は、シールのことを一生わすれません。
back-small-print-2 = れいぞうこに貼ると、プリンを守ります（効果は三日）。
back-small-print-3 = 二枚あったら、一枚は友だちに。三枚あったら、二枚。
back-small-print-4 = 月の光に一晩あてると、よりキラキラします（当社比）。

meter-power = ちから
meter-speed = すばやさ
meter-holy = かがやき
meter-magic = まりょく
meter-angel = やさしさ
meter-devil = いたずら
meter-guardian = まもり
meter-destroyer = はかい

## 印刷用シートの余白

print-title = Kiraseal のシール { $count }枚
print-note = { $day }・倍率100 %（実際のサイズ）、両面なら長辺とじで印刷してください。
print-ruler = 50 mm あれば正しい大きさです
