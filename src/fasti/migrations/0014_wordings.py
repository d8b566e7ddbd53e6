"""The wordings that readers of reports taught."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('fasti', '0013_person_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('text_language', models.CharField(max_length=2)),
                ('phrase', models.CharField(max_length=120)),
                ('indicator', models.CharField(max_length=64)),
                ('qualifier', models.CharField(max_length=8)),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField(null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fasti.effect')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='fasti.unit')),
            ],
            options={
                'db_table': 'wording',
            },
        ),
    ]
